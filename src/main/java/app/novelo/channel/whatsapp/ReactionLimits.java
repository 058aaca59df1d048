package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.platform.BadRequest;

/** One emoji, or none to take it away. */
final class ReactionLimits {

    private static final int LONGEST_ID = 1024;

    /** Characters of Java: the longest emoji, a family of four with skin colours or a flag of tags, stays below. */
    private static final int LONGEST_EMOJI = 40;

    /** "‼", the first emoji that is not also Latin punctuation; "©" and "®" come before it. */
    private static final int FIRST_EMOJI = 0x203C;

    private ReactionLimits() {}

    static void check(Content.Reaction reaction) {
        Limits.text("content.target", reaction.target(), LONGEST_ID);
        if (reaction.target().indexOf('\0') >= 0) {
            throw new BadRequest("content.target", "not the channel's id of a message");
        }
        var emoji = reaction.emoji();
        if (emoji != null && !emoji.isEmpty() && !isOne(emoji)) {
            throw new BadRequest("content.emoji", "exactly one emoji, or null to take it away");
        }
    }

    private static boolean isOne(String emoji) {
        return emoji.length() <= LONGEST_EMOJI
                && emoji.codePoints().noneMatch(ReactionLimits::isWriting)
                && emoji.codePoints().anyMatch(c -> c >= FIRST_EMOJI || c == '©' || c == '®')
                && emoji.matches("\\X");
    }

    private static boolean isWriting(int character) {
        return Character.isLetter(character) || Character.isWhitespace(character) || Character.isISOControl(character);
    }
}
