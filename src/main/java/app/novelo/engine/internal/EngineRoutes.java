package app.novelo.engine.internal;

import app.novelo.platform.Caller;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which changes may be asked of the engine at all, before its permissions are asked: most agents' screens need a handful,
 * the engine has some three hundred, and a few of them (jobs without a process, among others) check nothing.
 */
final class EngineRoutes {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The tasks' own rules stand in {@link GuardedTaskService}; filters are asked by POST. */
    private static final Pattern TASKS = Pattern.compile("/(task|filter)(/.*)?");

    /** A POST that only asks, as Tasklist and Cockpit send them. */
    private static final Pattern QUERIES = Pattern.compile("/variable-instance(/count)?");

    private static final Pattern COCKPIT_QUERIES = Pattern.compile(
            "(/history)?/(process-instance|execution|activity-instance|task|incident|job|job-log|external-task"
                    + "|external-task-log|decision-instance|variable-instance|detail|user-operation)(/count)?");

    private static final Pattern DEPLOYMENT = Pattern.compile("/deployment/(create|[^/]+/redeploy)");

    private EngineRoutes() {}

    /** @param path below the engine's root, such as {@code /task/…} */
    static boolean mayPass(Caller caller, String method, String path) {
        return caller.isManager()
                || READING.contains(method)
                || TASKS.matcher(path).matches()
                || isOwnUser(caller, method, path)
                || method.equals("POST") && QUERIES.matcher(path).matches()
                || isModeller(caller) && method.equals("POST") && isModellersWork(path);
    }

    private static boolean isOwnUser(Caller caller, String method, String path) {
        var own = "/user/" + caller.id();
        return method.equals("PUT") && (path.equals(own + "/profile") || path.equals(own + "/credentials"));
    }

    private static boolean isModeller(Caller caller) {
        return caller.isIn(Caller.DESIGNERS) || caller.isIn(Caller.ANALYSTS);
    }

    private static boolean isModellersWork(String path) {
        return DEPLOYMENT.matcher(path).matches()
                || COCKPIT_QUERIES.matcher(path).matches();
    }
}
