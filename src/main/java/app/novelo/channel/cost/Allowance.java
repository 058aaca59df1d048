package app.novelo.channel.cost;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How many service messages a line may send in a month before WhatsApp charges them.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/pricing">Meta, Pricing, changes of October 2026</a>
 */
@Component
class Allowance {

    static final int USED_UP = 100;

    private static final int NEARLY = 80;
    private static final YearMonth FIRST = YearMonth.of(2026, 10);
    private static final String SERVICE = "service";

    private final CostSettings settings;

    Allowance(CostSettings settings) {
        this.settings = settings;
    }

    /** Before, service messages were free without end. */
    static boolean isLimited(YearMonth month) {
        return !month.isBefore(FIRST);
    }

    /** @return true for messages that it is made for */
    static boolean isFree(String category, String type) {
        return category.equals(SERVICE) && type.equals(StoredCosts.FREE_SERVICE);
    }

    /** @return true for those that WhatsApp charges once it is used up, by its own count */
    static boolean isPaid(String category, String type) {
        return category.equals(SERVICE) && type.equals(StoredCosts.REGULAR);
    }

    int free() {
        return settings.freeMessages();
    }

    List<Integer> levels() {
        return List.of(NEARLY, USED_UP);
    }

    /** @return from how many messages on that share of it is used */
    long messages(int percent) {
        return (long) Math.ceil(settings.freeMessages() * percent / 100.0);
    }

    /** @return the highest level that is reached; 0 if none */
    int level(long free, long paid) {
        if (paid > 0 || free >= messages(USED_UP)) {
            return USED_UP;
        }
        return free >= messages(NEARLY) ? NEARLY : 0;
    }
}
