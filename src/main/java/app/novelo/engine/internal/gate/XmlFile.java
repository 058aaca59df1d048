package app.novelo.engine.internal.gate;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** All elements of an XML file, in document order. Knows no document types: no entities, nothing fetched from outside. */
record XmlFile(List<Tag> tags) {

    /** The engine's own parser descends recursively; a drawn model has a depth of about twelve. */
    private static final int DEEPEST = 60;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** @throws Refused if it is no XML, has a document type, or is nested too deeply */
    static XmlFile of(byte[] content) {
        try {
            return read(XML.createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException e) {
            throw new Refused("the file is not well-formed XML" + at(e));
        }
    }

    private static String at(XMLStreamException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNumber() + ")";
    }

    private static XmlFile read(XMLStreamReader xml) throws XMLStreamException {
        var all = new ArrayList<Tag>();
        Deque<Tag> open = new ArrayDeque<>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refused("a document type (<!DOCTYPE …>) is not allowed");
                case XMLStreamConstants.START_ELEMENT -> all.add(opened(xml, open));
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> addText(xml, open);
                default -> {}
            }
        }
        return new XmlFile(all);
    }

    private static Tag opened(XMLStreamReader xml, Deque<Tag> open) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(i))) {
                continue;
            }
            if (attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i)) != null) {
                throw new Refused(
                        "attribute \"" + xml.getAttributeLocalName(i) + "\" stands twice on one element (line "
                                + xml.getLocation().getLineNumber() + ")");
            }
        }
        var namespace = String.valueOf(xml.getNamespaceURI());
        var tag = new Tag(
                open.peek(),
                namespace,
                xml.getLocalName(),
                attributes,
                new StringBuilder(),
                xml.getLocation().getLineNumber());
        open.push(tag);
        if (open.size() > DEEPEST) {
            throw new Refused("elements are nested more than " + DEEPEST + " deep");
        }
        return tag;
    }

    private static void addText(XMLStreamReader xml, Deque<Tag> open) {
        if (!open.isEmpty()) {
            open.element().text().append(xml.getText());
        }
    }

    Stream<Tag> named(String name) {
        return tags.stream().filter(tag -> tag.is(name));
    }

    /** The whole file cannot be taken. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }
}
