package app.novelo.lead.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The words of office files of our days: archives of XML. Nothing outside of them is looked at. */
final class OfficeText {

    /** Where Word, Excel, PowerPoint and OpenDocument keep their words. */
    private static final Pattern PARTS = Pattern.compile(
            "word/(document|footnotes|header\\d+|footer\\d+)\\.xml|xl/sharedStrings\\.xml|ppt/slides/slide\\d+\\.xml|content\\.xml");

    /** Of all parts, unpacked: an archive of a few kilobytes may hold any amount of nothing. */
    private static final long MOST_BYTES = 40L << 20;

    private static final int MOST_PARTS = 300;

    private OfficeText() {}

    static void read(Path file, Writer words) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var left = new Left(MOST_BYTES);
            var parts = zip.stream()
                    .filter(entry -> PARTS.matcher(entry.getName()).matches())
                    .limit(MOST_PARTS)
                    .toList();
            for (var part : parts) {
                read(zip, part, left, words);
            }
        }
    }

    private static void read(ZipFile zip, ZipEntry part, Left left, Writer words) throws IOException {
        try (var bytes = left.of(zip.getInputStream(part))) {
            var xml = factory().createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    words.write(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT && isBreak(xml.getLocalName())) {
                    words.write(" ");
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("part " + part.getName() + " is no XML", e);
        }
    }

    /** A word may be cut into runs; only what ends a paragraph, a cell or a line parts two words. */
    private static boolean isBreak(String element) {
        return switch (element) {
            case "p", "h", "tab", "br", "si", "table-cell", "line-break", "s" -> true;
            default -> false;
        };
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Bytes that may still be unpacked. */
    private static final class Left {

        private long bytes;

        Left(long bytes) {
            this.bytes = bytes;
        }

        InputStream of(InputStream part) {
            return new FilterInputStream(part) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    take(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int count = super.read(into, from, length);
                    take(Math.max(0, count));
                    return count;
                }
            };
        }

        private void take(long count) throws IOException {
            bytes -= count;
            if (bytes < 0) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
        }
    }
}
