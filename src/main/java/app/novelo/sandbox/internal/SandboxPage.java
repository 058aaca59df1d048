package app.novelo.sandbox.internal;

import app.novelo.platform.Company;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page with the phone, and what it needs to know of the company. */
@Hidden
@SandboxOnly
@Controller
class SandboxPage {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Company company;
    private final CompanyLine line;
    private final SandboxPassword password;

    SandboxPage(Company company, CompanyLine line, SandboxPassword password) {
        this.company = company;
        this.line = line;
        this.password = password;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/sandbox";
    }

    @GetMapping(
            path = {"/sandbox", "/sandbox/"},
            produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noCache())
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(new ClassPathResource("sandbox/index.html"));
    }

    /** @param number of the company's line as people read it */
    record SampleCompany(String name, String number, String password, List<SamplePerson> people) {}

    @GetMapping("/sandbox/company")
    @ResponseBody
    SampleCompany company() {
        return new SampleCompany(company.name(), line.displayNumber(), password.value(), SamplePerson.ALL);
    }
}
