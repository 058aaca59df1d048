package app.novelo.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A manager in front of Cockpit's dashboard, in Portuguese as far as our own parts go. */
public final class CockpitWindow {

    private final Page page;

    private CockpitWindow(Page page) {
        this.page = page;
    }

    public static CockpitWindow of(Page page, String server, String user, String password) {
        page.navigate(server + "/camunda/app/cockpit/default/");
        TasklistWindow.logIn(page, user, password);
        assertThat(page.locator("body")).containsText("Cockpit");
        return new CockpitWindow(page);
    }

    public Page page() {
        return page;
    }

    public Locator board() {
        return page.locator("novelo-sla");
    }

    public Locator tab(String name) {
        return board().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name));
    }

    public CockpitWindow inQueue(String queue) {
        board().getByLabel("Fila").selectOption(queue);
        return this;
    }

    /** @return the row of a case's clock */
    public Locator row(String ticket, String metric) {
        return board().locator("tr[data-case='" + ticket + "'][data-metric=" + metric + "]");
    }

    public Locator dialog() {
        return board().locator("dialog");
    }

    public void press(Locator where, String button) {
        where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
