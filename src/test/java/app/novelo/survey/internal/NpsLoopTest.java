package app.novelo.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import app.novelo.platform.NoveloSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;

class NpsLoopTest {

    private final NpsRounds rounds = mock(NpsRounds.class);

    @Test
    void aRoundBeginsByTheCompanysTime() {
        var loop = new NpsLoop();
        var novelo = new NoveloSettings(Path.of("."), Locale.ENGLISH, ZoneId.of("America/Sao_Paulo"), "");

        var trigger = loop.npsRoundTrigger(settings("0 0 10 5 * ?"), loop.npsRoundJob(), novelo);

        assertThat(trigger.getFireTimeAfter(Date.from(Instant.parse("2026-11-28T00:00:00Z"))))
                .isEqualTo(Date.from(Instant.parse("2026-12-05T13:00:00Z")));
    }

    @Test
    void aRoundAsksThoseWhoWereServedLately() {
        new NpsLoop.Run(rounds, settings("0 0 10 5 * ?")).execute(mock(JobExecutionContext.class));

        verify(rounds).begin(new NpsRounds.Audience(null, null, 90, null), null);
    }

    @Test
    void aSettingThatWasTakenAwayBeginsNone() {
        new NpsLoop.Run(rounds, settings("")).execute(mock(JobExecutionContext.class));

        verify(rounds, never()).begin(any(), any());
    }

    private static SurveySettings settings(String cron) {
        var day = Duration.ofDays(1);
        return new SurveySettings(true, day, 30, day, day, day, day, cron, 90, 1000);
    }
}
