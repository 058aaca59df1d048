package app.novelo.channel.cost;

import app.novelo.channel.Lines;
import app.novelo.channel.cost.AllowanceViews.AllowanceView;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is left of free messages; for managers. */
@RestController
class AllowanceController {

    private final Lines lines;
    private final AllowanceViews views;

    AllowanceController(Lines lines, AllowanceViews views) {
        this.lines = lines;
        this.views = views;
    }

    /** Of all lines, this month. */
    @GetMapping("/api/v1/allowances")
    Page<AllowanceView> all() {
        Callers.managersOnly();
        return new Page<>(lines.all().stream().map(line -> views.of(line, null)).toList(), null);
    }

    @GetMapping("/api/v1/lines/{id}/allowance")
    AllowanceView one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String month) {
        Callers.managersOnly();
        var line = lines.find(id).orElseThrow(() -> new NotFound("line " + id));
        return views.of(line, month(month));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest("month", "no month such as 2026-10");
        }
    }
}
