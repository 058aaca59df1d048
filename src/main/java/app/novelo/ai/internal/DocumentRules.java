package app.novelo.ai.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and addresses that identify: CPF, CNPJ, cards, e-mail, orders. Quantifiers are bounded, so no text takes long. */
final class DocumentRules {

    /** Claims the number so that no part of it is taken for something else; never reported, masked before a provider. */
    static final String CARD = "card";

    private static final Pattern CPF_SHAPE =
            Pattern.compile("(?<![\\w.-])\\d{3}[. ]?\\d{3}[. ]?\\d{3}[- ]?\\d{2}(?![\\w-])");
    private static final Pattern CNPJ_SHAPE = Pattern.compile(
            "(?<![\\w.-])[0-9A-Za-z]{2}[. ]?[0-9A-Za-z]{3}[. ]?[0-9A-Za-z]{3}[/ ]?[0-9A-Za-z]{4}[- ]?\\d{2}(?![\\w-])");
    private static final Pattern CARD_SHAPE = Pattern.compile("(?<![\\w-])\\d(?:[ -]?\\d){12,18}(?![\\w-])");
    private static final Pattern EMAIL_SHAPE = Pattern.compile(
            "(?<![\\w.+-])[A-Za-z0-9][\\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,24}\\b");
    private static final Pattern ORDER_SHAPE =
            Pattern.compile("(?iu)\\b(?:pedidos?|compra|encomenda|protocolo|chamado|ordem|orden|order|ticket|os)"
                    + "\\s{0,2}(?:de compra\\s)?(?:n[uú]mero|n[.ºo°]{1,2}|nro\\.?|num\\.?|number|no\\.?|id|é|eh|e|is|es)?\\s{0,2}[:#]?\\s{0,2}"
                    + "((?=[A-Z-]{0,8}\\d)[A-Z0-9]{1,12}(?:-[A-Z0-9]{1,12}){0,3})(?![\\w/])(?!,\\d)"
                    + "|(?<![\\w&])#\\s?((?=[A-Z-]{0,8}\\d)[A-Z0-9]{2,12}(?:-[A-Z0-9]{1,12}){0,3})(?![\\w/])");

    private DocumentRules() {}

    static EntityRule card() {
        return EntityRule.pattern(CARD, CARD_SHAPE, 0, match -> Optional.of(digits(match.group()))
                .filter(digits -> digits.length() <= 19 && CheckDigits.isCard(digits)));
    }

    static EntityRule cpf() {
        return EntityRule.pattern(
                "cpf", CPF_SHAPE, 0, match -> Optional.of(digits(match.group())).filter(CheckDigits::isCpf));
    }

    static EntityRule cnpj() {
        return EntityRule.pattern("cnpj", CNPJ_SHAPE, 0, match -> Optional.of(
                        match.group().replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT))
                .filter(CheckDigits::isCnpj));
    }

    static EntityRule email() {
        return EntityRule.pattern(
                "email", EMAIL_SHAPE, 0, match -> Optional.of(match.group().toLowerCase(Locale.ROOT)));
    }

    /** A number that is called an order's, a ticket's or a protocol's, or that follows a hash sign. */
    static EntityRule order() {
        EntityRule named = EntityRule.pattern("order", ORDER_SHAPE, 1, match -> Optional.ofNullable(match.group(1))
                .map(number -> number.toUpperCase(Locale.ROOT)));
        EntityRule hashed = EntityRule.pattern("order", ORDER_SHAPE, 2, match -> Optional.ofNullable(match.group(2))
                .map(number -> number.toUpperCase(Locale.ROOT)));
        return text -> java.util.stream.Stream.concat(named.in(text), hashed.in(text));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
