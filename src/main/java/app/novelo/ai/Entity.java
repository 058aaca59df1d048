package app.novelo.ai;

/**
 * A fact found in a text.
 *
 * @param type {@code cpf}, {@code cnpj}, {@code email}, {@code phone}, {@code order}, {@code money} or {@code date}
 * @param value as the customer wrote it
 * @param normalized digits or letters of a document, E.164 of a phone, {@code BRL 1234.56} of money, ISO-8601 of a date
 * @param start index of the first {@code char} in the text
 * @param end index after the last {@code char}
 */
public record Entity(String type, String value, String normalized, int start, int end) {}
