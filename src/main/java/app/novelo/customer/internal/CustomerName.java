package app.novelo.customer.internal;

import app.novelo.customer.Contact;

/** What a customer is called. */
final class CustomerName {

    /** Longer names are cut: they are the customer's own, and nobody else's business is to store a novel. */
    static final int LONGEST = 200;

    private CustomerName() {}

    static String of(Contact contact) {
        var name = contact.shownName();
        if (name != null) {
            return name;
        }
        return contact.phone() == null ? "?" : "+" + contact.phone();
    }

    static String clean(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (plain.length() <= LONGEST) {
            return plain;
        }
        boolean withinEmoji = Character.isHighSurrogate(plain.charAt(LONGEST - 1));
        return plain.substring(0, withinEmoji ? LONGEST - 1 : LONGEST);
    }
}
