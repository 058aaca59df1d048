package app.novelo.sandbox.internal;

import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp business account: it owns numbers and templates, is paid for, and lets an app hear of it.
 *
 * @param id as the Graph API names it
 * @param currency ISO 4217
 * @param funded whether it has a payment method
 * @param subscribed whether the app hears of it; if not there are no webhooks
 * @param messagingLimit customers a day that may be written to first, as Meta names it: {@code TIER_2K}
 * @param reviewMillis how long Meta looks at a template, real time
 * @param ban {@code SCHEDULE_FOR_DISABLE} or {@code DISABLE}; null = none
 * @param reached customers of today who count towards the limit beside those who were really written to
 */
record Account(
        String id,
        String name,
        String currency,
        boolean funded,
        boolean subscribed,
        String messagingLimit,
        int reviewMillis,
        @Nullable String ban,
        int reached) {

    boolean isBanned() {
        return "DISABLE".equals(ban);
    }
}
