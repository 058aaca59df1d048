package app.novelo.exchange.internal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes records that a spreadsheet opens: what would be a formula there is none.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 */
final class CsvWriter {

    /** With full-width forms, which a spreadsheet in Japanese reads as these. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvWriter() {}

    static String record(List<String> cells, char separator) {
        return cells.stream().map(CsvWriter::cell).collect(Collectors.joining(String.valueOf(separator))) + "\r\n";
    }

    private static String cell(String text) {
        return '"' + harmless(text).replace("\"", "\"\"") + '"';
    }

    private static String harmless(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** What was made harmless here and is brought back, put right. */
    static String asItWas(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }
}
