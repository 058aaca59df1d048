package app.novelo.channel.whatsapp;

import java.util.List;

/** The place above a template: Meta wants all four of its parts. */
final class TemplatePlace {

    static final String LATITUDE = TemplateForm.headKey("latitude");
    static final String LONGITUDE = TemplateForm.headKey("longitude");
    static final String NAME = TemplateForm.headKey("name");
    static final String ADDRESS = TemplateForm.headKey("address");
    static final List<String> KEYS = List.of(LATITUDE, LONGITUDE, NAME, ADDRESS);

    private TemplatePlace() {}
}
