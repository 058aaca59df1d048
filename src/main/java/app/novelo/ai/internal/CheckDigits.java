package app.novelo.ai.internal;

/** Arithmetic that tells a document's number from any other number of the same length. */
final class CheckDigits {

    private static final int CPF = 11;
    private static final int CNPJ = 14;

    private CheckDigits() {}

    /** @param digits eleven digits without punctuation */
    static boolean isCpf(String digits) {
        return digits.length() == CPF
                && !isOneCharacter(digits)
                && digit(digits, CPF - 2, CPF) == digits.charAt(CPF - 2) - '0'
                && digit(digits, CPF - 1, CPF) == digits.charAt(CPF - 1) - '0';
    }

    /**
     * Numeric and alphanumeric numbers alike: a letter counts as its ASCII code less 48, the digits' own rule.
     *
     * @param characters fourteen digits or capital letters without punctuation
     * @see <a href="https://www.gov.br/receitafederal/pt-br/centrais-de-conteudo/publicacoes/documentos-tecnicos/cnpj">
     *     Receita Federal, CNPJ alfanumérico (IN RFB 2229/2024)</a>
     */
    static boolean isCnpj(String characters) {
        return characters.length() == CNPJ
                && !isOneCharacter(characters)
                && digit(characters, CNPJ - 2, 9) == characters.charAt(CNPJ - 2) - '0'
                && digit(characters, CNPJ - 1, 9) == characters.charAt(CNPJ - 1) - '0';
    }

    /** Luhn's check of payment cards. @param digits without punctuation */
    static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0 && !isOneCharacter(digits);
    }

    /** Modulo 11 over the first {@code length} characters, weights from the right 2, 3, … up to {@code heaviest}. */
    private static int digit(String characters, int length, int heaviest) {
        int sum = 0;
        int weight = 2;
        for (int i = length - 1; i >= 0; i--) {
            sum += (characters.charAt(i) - '0') * weight;
            weight = weight == heaviest ? 2 : weight + 1;
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }

    private static boolean isOneCharacter(String text) {
        return text.chars().distinct().count() == 1;
    }
}
