package app.novelo.lead.internal;

import app.novelo.casework.CaseAccess;
import app.novelo.casework.CaseFile;
import app.novelo.conversation.SentFiles;
import app.novelo.lead.internal.ProposalRows.Terms;
import app.novelo.media.Downloads;
import app.novelo.media.MediaStore;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import app.novelo.platform.UserDirectory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What a lead was offered. */
@RestController
@RequestMapping("/api/v1/leads/{number}/proposals")
class ProposalController {

    private final CaseAccess cases;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final SentFiles sent;
    private final MediaStore store;
    private final UserDirectory users;

    ProposalController(
            CaseAccess cases,
            Proposals proposals,
            ProposalRows rows,
            SentFiles sent,
            MediaStore store,
            UserDirectory users) {
        this.cases = cases;
        this.proposals = proposals;
        this.rows = rows;
        this.sent = sent;
        this.store = store;
        this.users = users;
    }

    @GetMapping
    Page<Proposal> list(@PathVariable String number) {
        visible(number);
        return new Page<>(
                rows.of(number).stream().map(row -> named(row.proposal())).toList(), null);
    }

    @GetMapping("/{version}")
    ResponseEntity<Resource> bytes(@PathVariable String number, @PathVariable int version) {
        visible(number);
        var found = rows.of(number).stream()
                .filter(row -> row.proposal().version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + version + " of the proposal"));
        var path = store.find(found.id()).orElseThrow(() -> new NotFound("file of version " + version));
        return Downloads.of(path, found.proposal().type(), found.proposal().name());
    }

    /** @return all versions, with the new one first */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Page<Proposal> upload(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable BigDecimal value,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable LocalDate validUntil)
            throws IOException {
        var lead = visible(number);
        if (file == null || file.isEmpty()) {
            throw new BadRequest("file", "part \"file\" has at least one byte");
        }
        var name = file.getOriginalFilename();
        proposals.add(
                Callers.current(),
                lead,
                name == null ? "" : name,
                file::getInputStream,
                null,
                new Terms(value, currency, validUntil));
        return list(number);
    }

    /** Takes a document that was sent to the customer; once more does nothing. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Page<Proposal> sent(@PathVariable String number, @RequestBody Sent body) throws IOException {
        var lead = visible(number);
        if (body.message == null) {
            throw new BadRequest("message", "is missing");
        }
        var document = sent.document(Callers.current(), body.message)
                .filter(found -> found.customer().equals(lead.customer()))
                .orElseThrow(() -> new BadRequest("message", "carries no document that this customer was sent"));
        if (!rows.hasMessage(number, body.message)) {
            proposals.add(
                    Callers.current(),
                    lead,
                    document.name(),
                    () -> Files.newInputStream(document.path()),
                    body.message,
                    new Terms(body.value, body.currency, body.validUntil));
        }
        return list(number);
    }

    private CaseFile visible(String number) {
        return cases.visible(Callers.current(), LeadProcess.KIND, number);
    }

    private Proposal named(Proposal one) {
        return new Proposal(
                one.version(),
                one.name(),
                one.type(),
                one.size(),
                one.message(),
                one.value(),
                one.currency(),
                one.validUntil(),
                one.addedBy(),
                users.find(one.addedBy()).map(Caller::name).orElse(one.addedBy()),
                one.addedAt(),
                one.searchable(),
                one.url());
    }

    record Sent(
            @Nullable UUID message,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable LocalDate validUntil) {}
}
