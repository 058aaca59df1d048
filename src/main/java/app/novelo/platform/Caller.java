package app.novelo.platform;

import java.util.Set;

/**
 * Who asks: a user of the engine with his groups.
 *
 * @param id the user's id, as he logs in
 * @param name what others read
 * @param groups ids of the groups that he belongs to; a queue is a group
 */
public record Caller(String id, String name, Set<String> groups) {

    /** Group of the administrators; its name is Camunda's. */
    public static final String ADMINISTRATORS = "camunda-admin";

    public static final String MANAGERS = "managers";
    public static final String DESIGNERS = "designers";
    public static final String ANALYSTS = "analysts";

    public boolean isAdministrator() {
        return groups.contains(ADMINISTRATORS);
    }

    /** @return true for those who see every queue and may act for an agent */
    public boolean isManager() {
        return isAdministrator() || groups.contains(MANAGERS);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
