package app.novelo.channel.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings notices to whoever acts on them. */
@Configuration(proxyBeanMethods = false)
class NoticeLoop {

    static final String NOTICES = "notices";
    private static final Duration POLL = Duration.ofSeconds(2);

    @Bean
    Loop noticeWorker(WaitingNotices notices, Wakeups wakeups) {
        var loop = new Loop("notice", POLL, notices::handleOne);
        wakeups.listen(NOTICES, loop::wake);
        return loop;
    }
}
