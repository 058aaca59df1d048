package app.novelo.exchange.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a list may be, by the names that people give it in Portuguese, English and Spanish. */
enum CustomerField {
    PHONE(
            "telefone",
            "celular",
            "whatsapp",
            "fone",
            "phone",
            "phone number",
            "mobile",
            "mobile phone",
            "number",
            "numero",
            "numero de telefone",
            "telefono",
            "telefono movil",
            "movil",
            "numero de telefono",
            "tel"),
    /** Spreadsheets of Brazil have it in a column of its own. */
    AREA("ddd", "codigo de area", "prefixo", "area code", "area"),
    NAME(
            "nome",
            "nome completo",
            "cliente",
            "name",
            "full name",
            "customer",
            "customer name",
            "nombre",
            "nombre completo",
            "contato",
            "contacto"),
    LANGUAGE("idioma", "lingua", "language", "lengua"),
    SEGMENT("segmento", "segment"),
    CONTRACT("contrato", "contract", "tipo de contrato", "contract type"),
    OWNER("responsavel", "dono", "vendedor", "owner", "responsable", "agente", "agent"),
    MARKETING(
            "marketing",
            "opt in",
            "optin",
            "aceita marketing",
            "aceita publicidade",
            "marketing consent",
            "accepts marketing",
            "acepta marketing",
            "acepta publicidad",
            "publicidade",
            "publicidad"),
    SERVICE("atendimento", "service", "service messages", "aceita mensagens", "acepta mensajes", "servicio"),
    CONSENT_SOURCE(
            "origem do consentimento",
            "fonte do consentimento",
            "origem",
            "consent source",
            "source of consent",
            "origen del consentimiento",
            "fuente del consentimiento",
            "origen"),
    CONSENT_AT(
            "data do consentimento",
            "consentido em",
            "consent date",
            "date of consent",
            "consented at",
            "fecha del consentimiento",
            "consentido el");

    private final List<String> names;

    CustomerField(String... names) {
        this.names = List.of(names);
    }

    /** @return empty for a column that says nothing to us */
    static Optional<CustomerField> of(String header) {
        var plain = plain(header);
        return Arrays.stream(values())
                .filter(field -> field.names.contains(plain))
                .findFirst();
    }

    /** Without accents, capitals and what stands between words. */
    static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    /** @return as the API calls it */
    String word() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1
                ? words[0]
                : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }
}
