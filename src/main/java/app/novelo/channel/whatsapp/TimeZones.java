package app.novelo.channel.whatsapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Meta numbers time zones; {@code time-zones.properties} beside this class.
 *
 * @see <a href="https://developers.facebook.com/docs/marketing-api/reference/ad-account/timezone-ids/">Meta, Timezone IDs</a>
 */
final class TimeZones {

    private static final Map<String, ZoneId> ZONES = read();

    private TimeZones() {}

    /** @return null for a number that Meta has given out since, and for none */
    static @Nullable ZoneId of(@Nullable String number) {
        return number == null ? null : ZONES.get(number);
    }

    private static Map<String, ZoneId> read() {
        try {
            var file = new ClassPathResource("time-zones.properties", TimeZones.class);
            return PropertiesLoaderUtils.loadProperties(file).entrySet().stream()
                    .collect(Collectors.toMap(
                            zone -> zone.getKey().toString(),
                            zone -> ZoneId.of(zone.getValue().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
