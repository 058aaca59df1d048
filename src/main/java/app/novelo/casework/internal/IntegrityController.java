package app.novelo.casework.internal;

import app.novelo.casework.internal.IntegrityReports.Report;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether rows and processes fit together; for managers. */
@RestController
@RequestMapping("/api/v1/integrity")
class IntegrityController {

    private final Integrity integrity;
    private final IntegrityReports reports;

    IntegrityController(Integrity integrity, IntegrityReports reports) {
        this.integrity = integrity;
        this.reports = reports;
    }

    /** What was found last. */
    @GetMapping
    Report newest() {
        Callers.managersOnly();
        return reports.newest().orElseThrow(() -> new NotFound("integrity report"));
    }

    @PostMapping("/check")
    Report check() {
        Callers.managersOnly();
        return integrity.check(Callers.current().id());
    }
}
