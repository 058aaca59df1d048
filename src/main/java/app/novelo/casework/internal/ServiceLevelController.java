package app.novelo.casework.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.ServiceLevels;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clocks by state, the first due first; for managers. An agent sees those of his tasks in the work list. */
@RestController
@RequestMapping("/api/v1/service-levels")
class ServiceLevelController {

    private final ServiceLevels serviceLevels;

    ServiceLevelController(ServiceLevels serviceLevels) {
        this.serviceLevels = serviceLevels;
    }

    @GetMapping
    Page<ClockView> list(
            @RequestParam(defaultValue = "running") String state,
            @RequestParam(required = false) @Nullable Integer limit) {
        Callers.managersOnly();
        return new Page<>(serviceLevels.in(state(state), Page.limit(limit)), null);
    }

    private static ClockState state(String name) {
        return Arrays.stream(ClockState.values())
                .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRequest("state", "unknown state"));
    }
}
