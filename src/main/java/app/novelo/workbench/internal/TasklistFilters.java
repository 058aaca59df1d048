package app.novelo.workbench.internal;

import app.novelo.engine.TaskFilters;
import app.novelo.engine.TaskFilters.Content;
import app.novelo.engine.TaskFilters.TaskFilter;
import app.novelo.platform.NoveloSettings;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Tasklist's left edge, the same at every start: what waits, what is mine, what is late, all. */
@Component
class TasklistFilters implements ApplicationRunner {

    private final TaskFilters filters;
    private final ScreenTexts texts;
    private final NoveloSettings settings;

    TasklistFilters(TaskFilters filters, ScreenTexts texts, NoveloSettings settings) {
        this.filters = filters;
        this.texts = texts;
        this.settings = settings;
    }

    /** A filter's name is data that everybody shares, so it is in the company's language. */
    @Override
    public void run(ApplicationArguments arguments) {
        var language = texts.in(settings.language().toLanguageTag());
        filters.ensure(Arrays.stream(Content.values())
                .map(content -> {
                    var key = "filter." + content.name().toLowerCase(Locale.ROOT);
                    return new TaskFilter(
                            content,
                            language.getOrDefault(key, content.name()),
                            language.getOrDefault(key + ".description", ""));
                })
                .toList());
    }
}
