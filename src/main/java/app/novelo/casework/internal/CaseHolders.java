package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.servicelevel.ClockHolders;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells clocks that begin who has their case. */
@Component
class CaseHolders implements ClockHolders {

    private final CaseRows rows;

    CaseHolders(CaseRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Holder> of(String caseNumber) {
        return rows.find(caseNumber).map(CaseHolders::holder);
    }

    private static Holder holder(CaseFile file) {
        return new Holder(file.queue(), file.owner());
    }
}
