package app.novelo.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Somebody in front of one of our own pages, in Portuguese. */
public final class ChannelWindow {

    private final Page page;
    private final String server;

    private final String path;

    private ChannelWindow(Page page, String server, String path) {
        this.page = page;
        this.server = server;
        this.path = path;
    }

    /** Comes without being logged in, and is led to the log-in and back. */
    public static ChannelWindow of(Page page, String server, String user, String password) {
        return of(page, server, "/desk/channel", user, password);
    }

    /** The same in front of the page for people. */
    public static ChannelWindow ofPeople(Page page, String server, String user, String password) {
        return of(page, server, "/desk/people", user, password);
    }

    /** The same in front of the board of leads. @param logIn what its link is called, in the browser's language */
    public static ChannelWindow ofFunnel(Page page, String server, String user, String password, String logIn) {
        return of(page, server, "/desk/funnel", user, password, logIn);
    }

    private static ChannelWindow of(Page page, String server, String path, String user, String password) {
        return of(page, server, path, user, password, "Entrar");
    }

    private static ChannelWindow of(Page page, String server, String path, String user, String password, String logIn) {
        var window = new ChannelWindow(page, server, path).go("");
        window.link(logIn).click();
        TasklistWindow.logIn(page, user, password);
        page.waitForURL(server + path + "**");
        return window;
    }

    /** @param hash section and what is shown of it, such as {@code #templates/new} */
    public ChannelWindow go(String hash) {
        page.navigate(server + path + hash);
        return this;
    }

    public Page page() {
        return page;
    }

    /** Opens a section by its name in the menu. */
    public ChannelWindow section(String name) {
        page.locator("nav.sections")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    public Locator title() {
        return page.locator("h1");
    }

    public Locator main() {
        return page.locator("main");
    }

    public Locator link(String name) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    public Locator button(String name) {
        return page.locator("novelo-desk")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** @return the field with that label, whatever stands behind it, such as that it is optional */
    public Locator field(String label) {
        return page.locator("novelo-desk").getByLabel(label).first();
    }

    /** @return the text field of exactly that label, which holds no signs of a pattern */
    public Locator text(String label) {
        var name = Pattern.compile("^" + label + "( \\(.*\\))?$");
        return page.locator("novelo-desk").getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(name));
    }

    public void press(String button) {
        button(button).click();
    }

    /** @return whether the page is as wide as its window, so that nobody has to scroll sideways */
    public boolean fits() {
        return (boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth");
    }

    /** Waits until what was done is said to be done. */
    public void hears(String words) {
        assertThat(page.locator(".told")).containsText(words);
    }
}
