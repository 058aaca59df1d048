package app.novelo.casework.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is told and has not read. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeListController {

    private final Notices notices;

    NoticeListController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    Page<Notices.Notice> list(@RequestParam(required = false) @Nullable Integer limit) {
        return new Page<>(notices.unread(Callers.current(), Page.limit(limit)), null);
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long id) {
        if (!notices.read(Callers.current(), id)) {
            throw new NotFound("notice " + id);
        }
    }
}
