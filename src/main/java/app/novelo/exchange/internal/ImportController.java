package app.novelo.exchange.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.Cursor;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lists of customers and exported chats, on their way in. For managers: what comes in is the company's, not one queue's. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final long MOST_OF_A_CHAT = 100L << 20;

    private final ImportDesk desk;
    private final ImportRows rows;
    private final BadRows bad;
    private final ObjectMapper json;

    ImportController(ImportDesk desk, ImportRows rows, BadRows bad, ObjectMapper json) {
        this.desk = desk;
        this.rows = rows;
        this.bad = bad;
        this.json = json;
    }

    @GetMapping
    Page<ImportRow> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Callers.managersOnly();
        int most = Page.limit(limit);
        return Page.of(rows.newest(after, most + 1), most, row -> new Cursor(row.createdAt(), row.id()).text());
    }

    /** A CSV file of customers; looked at first, and taken in once it is started. */
    @PostMapping(path = "/customers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportRow customers(@Nullable @RequestParam(required = false) MultipartFile file) throws IOException {
        return take(ImportKind.CUSTOMERS, file, CsvText.MOST_BYTES);
    }

    /** A chat that WhatsApp has exported: {@code .txt}, or {@code .zip} with its files. */
    @PostMapping(path = "/chats", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportRow chat(@Nullable @RequestParam(required = false) MultipartFile file) throws IOException {
        return take(ImportKind.CHAT, file, MOST_OF_A_CHAT);
    }

    private ImportRow take(ImportKind kind, @Nullable MultipartFile file, long most) throws IOException {
        Callers.managersOnly();
        return rows.required(desk.take(Callers.current(), kind, file, most));
    }

    @GetMapping("/{id}")
    ImportRow one(@PathVariable UUID id) {
        Callers.managersOnly();
        return rows.required(id);
    }

    /** Takes it in, as the body says; one that was given up goes on where it was. */
    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportRow start(@PathVariable UUID id, @Nullable @RequestBody(required = false) JsonNode choices) {
        Callers.managersOnly();
        return desk.start(id, choices == null ? json.createObjectNode() : choices);
    }

    /** Forgets it and its file; what was taken in stays. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id) {
        Callers.managersOnly();
        desk.forget(id);
    }

    /** Rows that were not taken, as they stood there, with the reason; to be put right and imported again. */
    @GetMapping("/{id}/errors.csv")
    ResponseEntity<StreamingResponseBody> errors(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String language) {
        Callers.managersOnly();
        var row = rows.required(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"errors.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(out -> bad.write(row, language, out));
    }
}
