package app.novelo.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * A real Chromium, {@code $CHROME_BIN} or the first on the path. Each person has his own window with his own cookies. As an
 * extension it closes the windows after each test, and keeps a picture of each if the test failed.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {

    /** No measurement: Tasklist's first page has taken a minute on a machine with other work. */
    private static final double PATIENCE_MILLIS = 120_000;

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    /** A test machine has no display, often no user namespaces, and nothing here should call its maker. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--use-fake-device-for-media-stream", // it hums
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream", // a tone instead of a microphone
            "--use-fake-ui-for-media-stream");

    /** Pages ask who is logged in before anybody is. */
    private static final Pattern NO_FAULT = Pattern.compile(".*/camunda/api/admin/auth/user/.*|.*/api/v1/session.*");

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private com.microsoft.playwright.@Nullable Browser chromium;

    /** @param language what the browser asks for, which our screens follow */
    public Page open(int width, int height, String language) {
        var context = Objects.requireNonNull(chromium)
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale(language)
                        .setTimezoneId("America/Sao_Paulo"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        windows.add(context);
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !NO_FAULT.matcher(message.location()).matches()) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        return page;
    }

    /** @return errors that the pages met, with their scripts or the server */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Keeps a picture for whoever wants to see what the test saw. */
    public static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        for (var window : windows) {
            if (test.getExecutionException().isPresent()) {
                window.pages()
                        .forEach(page ->
                                picture(page, "failed-" + test.getDisplayName() + "-" + windows.indexOf(window)));
                complaints.forEach(complaint -> System.err.println("a page complained: " + complaint));
            }
            window.close();
        }
        windows.clear();
        complaints.clear();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        chromium = test.getRoot()
                .getStore(Namespace.create(Browser.class))
                .getOrComputeIfAbsent("chromium", key -> new Running(), Running.class)
                .chromium;
    }

    /** Started by the first test that asks, stopped by JUnit after the last. */
    private static final class Running implements CloseableResource {

        static {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS / 2);
        }

        private final Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

        private final com.microsoft.playwright.Browser chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));

        private static Path program() {
            var named = System.getenv("CHROME_BIN");
            if (named != null && !named.isBlank()) {
                return Path.of(named);
            }
            return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .map(Path::of)
                    .flatMap(folder -> NAMES.stream().map(folder::resolve))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Install Chromium or name it in CHROME_BIN"));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
