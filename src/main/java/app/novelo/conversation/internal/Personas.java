package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.platform.Company;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who speaks to customers where no person does: the line's persona, else the company. */
@Component
class Personas {

    private final Lines lines;
    private final Company company;

    Personas(Lines lines, Company company) {
        this.lines = lines;
        this.company = company;
    }

    String of(UUID line) {
        return lines.find(line).map(Line::persona).orElse(company.name());
    }
}
