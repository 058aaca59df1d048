package app.novelo.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;

/** An agent in front of Tasklist, in Portuguese as far as our own parts go. */
public final class TasklistWindow {

    private final Page page;

    private TasklistWindow(Page page) {
        this.page = page;
    }

    /** After this a click counts as swallowed, and a person clicks again. */
    private static final double SWALLOWED_MILLIS = 15_000;

    /** In which a task comes to the first page, however busy the machine; and in which another page is drawn. */
    private static final double ARRIVES_MILLIS = 20_000;

    private static final double TURNS_MILLIS = 4_000;

    public static TasklistWindow of(Page page, String server, String user, String password) {
        page.navigate(server + "/camunda/app/tasklist/default/");
        logIn(page, user, password);
        assertThat(page.locator(".task-filters .item").first()).isVisible();
        page.waitForTimeout(500); // the list settles before somebody clicks into it
        return new TasklistWindow(page);
    }

    /** On the page that asks for user and password, of whichever of the web applications. */
    static void logIn(Page page, String user, String password) {
        fillIn(page.locator("input[type=text]"), user, page.locator("input[type=password]"), password);
        page.keyboard().press("Enter");
    }

    /** When its page is ready, Tasklist takes the cursor back into the first field, and the password may land there. */
    private static void fillIn(Locator name, String user, Locator secret, String password) {
        do {
            name.fill(user);
            secret.fill(password);
        } while (!name.inputValue().equals(user) || !secret.inputValue().equals(password));
    }

    public Page page() {
        return page;
    }

    public TasklistWindow filter(String name) {
        page.locator(".task-filters .item a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        return this;
    }

    /** @return the entry of the list that shows {@code words}: a name, a number, a protocol */
    public Locator entry(String words) {
        return page.locator(".tasks-list li.task").filter(new FilterOptions().setHasText(words));
    }

    /** @return the first entry that shows {@code words}, on whichever page: others may have written since */
    public Locator listed(String words) {
        var found = entry(words).first();
        var onward = page.locator(".pagination-sm li.pagination-next:not(.disabled) a");
        boolean there = appears(found, ARRIVES_MILLIS);
        while (!there && onward.isVisible()) {
            onward.click();
            there = appears(found, TURNS_MILLIS);
        }
        assertThat(found).isVisible();
        return found;
    }

    private static boolean appears(Locator entry, double millis) {
        try {
            entry.waitFor(new WaitForOptions().setTimeout(millis));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** Opens the task; a list that is drawn anew at this moment would swallow the click. */
    public TasklistWindow open(String words) {
        listed(words);
        page.waitForTimeout(700);
        listed(words).click();
        if (!appears(page.locator("novelo-composer"), SWALLOWED_MILLIS)) {
            listed(words).click();
        }
        assertThat(page.locator("novelo-composer")).isVisible();
        return this;
    }

    public Locator thread() {
        return page.locator("novelo-thread");
    }

    public Locator head() {
        return page.locator("novelo-head");
    }

    public Locator composer() {
        return page.locator("novelo-composer");
    }

    public Locator text() {
        return composer().locator("textarea");
    }

    /** @return the bubble with {@code words} */
    public Locator bubble(String words) {
        return thread().locator(".message").filter(new FilterOptions().setHasText(words));
    }

    public void press(String button) {
        composer()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    public void write(String words) {
        text().fill(words);
        text().press("Enter");
    }

    public void tab(String name) {
        page.locator(".nav-tabs").getByText(name).click();
    }

    /** Ends the ticket through its form, with the first field as it comes. */
    public void closeTicket(String resolution) {
        tab("Form");
        page.locator(".fjs-form-field-select .fjs-input-group").nth(1).click();
        page.getByText(resolution, new GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Complete"))
                .click();
    }
}
