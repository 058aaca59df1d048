package app.novelo.exchange.internal;

/**
 * What has become of a chat so far.
 *
 * @param added messages that were not known; {@code known} ones that were
 * @param files that came along; {@code missing} ones that did not, or were too large
 * @param left said by WhatsApp, by others than the two, or at no time
 */
record ChatReport(long added, long known, long files, long missing, long left) {

    static final ChatReport NOTHING = new ChatReport(0, 0, 0, 0, 0);

    ChatReport plus(ChatReport more) {
        return new ChatReport(
                added + more.added, known + more.known, files + more.files, missing + more.missing, left + more.left);
    }
}
