package app.novelo.media;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files as strangers give them, made harmless. */
public final class FileName {

    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 12;

    /** Control and format characters (writing direction among them), unassigned and half ones, line separators. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*%;]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileName() {}

    /**
     * @param otherwise where nothing is left
     * @return a name without a path, without characters that hide what it ends in, for every operating system
     */
    public static String clean(@Nullable String claimed, String otherwise) {
        if (claimed == null) {
            return otherwise;
        }
        var name = Normalizer.normalize(claimed, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = UNSEEN.matcher(name).replaceAll("");
        name = RESERVED.matcher(name).replaceAll("_");
        name = shortened(EDGES.matcher(name).replaceAll(""));
        if (name.isEmpty()) {
            return otherwise;
        }
        return isDevice(name) ? "_" + name : name;
    }

    private static boolean isDevice(String name) {
        int end = name.indexOf('.');
        return DEVICES.contains((end < 0 ? name : name.substring(0, end)).toLowerCase(Locale.ROOT));
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
