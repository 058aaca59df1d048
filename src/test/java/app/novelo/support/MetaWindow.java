package app.novelo.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;

/** Meta's own tools, for one business account, and a customer's phone beside them: the sandbox's page stands for both. */
public final class MetaWindow {

    /** So long that Meta's people have to decide by hand, ms. */
    private static final String AN_HOUR = "3600000";

    private final Page page;
    private final String account;
    private final String number;
    private final String display;

    private MetaWindow(Page page) {
        this.page = page;
        this.account = id(0);
        this.number = id(1);
        this.display = id(2);
    }

    /** With a new account, which has one number, and of which nothing is told as long as nobody subscribes. */
    public static MetaWindow ofNewAccount(Page page, String server) {
        PhoneWindow.of(page, server);
        page.locator("#account > summary").click();
        page.locator("#new-account").click();
        assertThat(page.locator("#account-state")).hasText("não inscrito");
        assertThat(page.locator("#ids dd").last()).containsText("EAA");
        page.locator("#templates-card > summary").click();
        page.locator("#review").selectOption(AN_HOUR);
        return new MetaWindow(page);
    }

    private String id(int place) {
        return page.locator("#ids dd").nth(place).textContent();
    }

    public Page page() {
        return page;
    }

    public String account() {
        return account;
    }

    /** @return Meta's id of the number */
    public String number() {
        return number;
    }

    /** @return the number as people dial it */
    public String display() {
        return display;
    }

    /** @return the token that counts now */
    public String token() {
        assertThat(page.locator("#ids dd").last()).containsText("EAA");
        return page.locator("#ids dd").last().textContent();
    }

    public void revokes() {
        page.locator("#revoke").click();
        assertThat(page.locator("#account-state")).hasText("token revogado");
    }

    public void issuesAnother() {
        page.locator("#issue").click();
    }

    public void approves(String template) {
        var row = page.locator("#templates details").filter(new FilterOptions().setHasText(template));
        row.locator("summary").click();
        row.locator(".arm").first().click();
    }

    /** Takes up the phone of a new customer, who will write to the account's number. */
    public void as(String name, String phone) {
        page.locator("#add-toggle").click();
        page.locator("#add input[name=name]").fill(name);
        page.locator("#add input[name=number]").fill("+" + phone);
        page.locator("#add button[type=submit]").click();
        assertThat(page.locator("#add")).isHidden();
        page.locator("#line").click();
        option().click();
    }

    private Locator option() {
        return page.locator(".option").filter(new FilterOptions().setHasText(display));
    }

    /** The customer does. */
    public void writes(String words) {
        page.locator("#text").fill(words);
        page.locator("#text").press("Enter");
    }
}
