package app.novelo.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A customer in front of the sandbox's phone. */
public final class PhoneWindow {

    private final Page page;

    private PhoneWindow(Page page) {
        this.page = page;
    }

    /** Opens the address that the program prints. */
    public static PhoneWindow of(Page page, String server) {
        page.navigate(server + "/");
        assertThat(page.locator("#company")).not().isEmpty();
        return new PhoneWindow(page);
    }

    public Page page() {
        return page;
    }

    /** Adds a phone of somebody with this name, and takes it up. */
    public PhoneWindow as(String name, String number) {
        page.locator("#add-toggle").click();
        page.locator("#add input[name=name]").fill(name);
        page.locator("#add input[name=number]").fill(number);
        page.locator("#add button[type=submit]").click();
        assertThat(page.locator("#add")).isHidden();
        return this;
    }

    public void write(String words) {
        page.locator("#text").fill(words);
        page.locator("#text").press("Enter");
    }

    /** Opens what can be attached, and takes the tile of this kind. */
    public void attach(String kind) {
        page.locator("#more").click();
        page.locator("[data-attach=" + kind + "]").click();
    }

    /** Opens the menu of the newest message of this side. @param side {@code in} or {@code out} */
    public void menuOfNewest(String side) {
        var message = page.locator("#chat .msg." + side).last();
        message.hover();
        message.locator(".act").click();
    }

    public Locator chat() {
        return page.locator("#chat");
    }
}
