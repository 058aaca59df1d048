package app.novelo.engine;

/** Told of every change of every user task, in the engine's transaction; an exception undoes the change. */
public interface TaskObserver {

    void on(TaskEvent event);
}
