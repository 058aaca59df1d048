package app.novelo.engine.internal.gate;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file. Names are local names: Camunda reads its extensions from two namespaces, and some without any.
 *
 * @param attributes by local name; no model that the engine reads has the same local name twice on one element
 * @param text what stands directly in it
 */
record Tag(
        @Nullable Tag parent,
        String namespace,
        String name,
        Map<String, String> attributes,
        StringBuilder text,
        int line) {

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    boolean is(String other) {
        return name.equals(other);
    }

    boolean isIn(String other) {
        return parent != null && parent.is(other);
    }

    /** From the parent outwards. */
    Stream<Tag> ancestors() {
        return Stream.iterate(parent, tag -> tag != null, tag -> tag == null ? null : tag.parent());
    }

    /** Id of the nearest element that has one. */
    String id() {
        return Stream.concat(Stream.of(this), ancestors())
                .flatMap(tag -> tag.attribute("id").stream())
                .findFirst()
                .orElse("line " + line);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "<" + name + "> " + id();
    }
}
