package app.novelo.platform;

/**
 * Keeps other people's secrets, such as access tokens, unreadable in the database and its backups. The key is
 * {@code NOVELO_SECRET_KEY}, else one that is made up into the data folder when the first secret is sealed.
 */
public interface Secrets {

    /**
     * @param place where it is kept, such as a table and a row: what was sealed for one place opens at no other
     * @return text for a column, another one each time
     * @throws SecretUnreadable if other nodes on this database seal with another key
     */
    String seal(String place, String secret);

    /** @throws SecretUnreadable if it was sealed with another key or for another place, or was changed since */
    String open(String place, String sealed);
}
