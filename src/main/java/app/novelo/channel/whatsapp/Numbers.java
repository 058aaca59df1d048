package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds our lines by what a webhook about an account says of them: the number as it is dialled. */
@Component
class Numbers {

    private final Lines lines;

    Numbers(Lines lines) {
        this.lines = lines;
    }

    static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    /**
     * @param account empty where Meta named none
     * @return the line; all of the account where no number is known by these digits
     */
    List<Line> of(String account, String display) {
        var own = account.isEmpty() ? lines.all() : lines.ofAccount(account);
        var digits = digits(display);
        var found = own.stream()
                .filter(line -> !digits.isEmpty() && digits(line.display()).equals(digits))
                .toList();
        return found.isEmpty() && !account.isEmpty() ? own : found;
    }
}
