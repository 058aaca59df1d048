package app.novelo.engine.internal;

import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.jspecify.annotations.Nullable;

/** Comments and attachments only on what one may see: the engine itself asks for no permission at all here. */
class GuardedRemarks extends TaskServiceImpl {

    final AtTheDoor door;

    GuardedRemarks(AtTheDoor door) {
        this.door = door;
    }

    @Override
    public Comment createComment(@Nullable String taskId, @Nullable String instance, String message) {
        requireVisible(taskId, instance);
        return super.createComment(taskId, instance, message);
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        requireVisible(taskId, null);
        return super.getTaskComments(taskId);
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        requireVisible(taskId, null);
        return super.getTaskComment(taskId, commentId);
    }

    @Override
    public void updateTaskComment(String taskId, String commentId, String message) {
        requireOwn(taskId, commentId);
        super.updateTaskComment(taskId, commentId, message);
    }

    @Override
    public void deleteTaskComment(String taskId, String commentId) {
        requireOwn(taskId, commentId);
        super.deleteTaskComment(taskId, commentId);
    }

    @Override
    public void deleteTaskComments(String taskId) {
        super.getTaskComments(taskId).forEach(comment -> requireOwn(taskId, comment.getId()));
        super.deleteTaskComments(taskId);
    }

    /** To the engine a comment is anybody's who may work on the task. */
    private void requireOwn(String taskId, String commentId) {
        requireVisible(taskId, null);
        var comment = super.getTaskComment(taskId, commentId);
        door.person()
                .filter(person -> comment != null && !person.equals(comment.getUserId()) && !door.isManager(person))
                .ifPresent(person -> {
                    throw new AuthorizationException("A comment is changed by who wrote it, or by a manager");
                });
    }

    @Override
    public List<Comment> getProcessInstanceComments(String instance) {
        requireVisible(null, instance);
        return super.getProcessInstanceComments(instance);
    }

    @Override
    public Attachment createAttachment(
            String type,
            @Nullable String taskId,
            @Nullable String instance,
            String name,
            String text,
            InputStream content) {
        requireVisible(taskId, instance);
        return super.createAttachment(type, taskId, instance, name, text, content);
    }

    @Override
    public Attachment createAttachment(
            String type, @Nullable String taskId, @Nullable String instance, String name, String text, String url) {
        requireVisible(taskId, instance);
        return super.createAttachment(type, taskId, instance, name, text, url);
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        requireVisible(taskId, null);
        return super.getTaskAttachments(taskId);
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        requireVisible(taskId, null);
        return super.getTaskAttachment(taskId, attachmentId);
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        requireVisible(taskId, null);
        return super.getTaskAttachmentContent(taskId, attachmentId);
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        requireVisible(taskId, null);
        super.deleteTaskAttachment(taskId, attachmentId);
    }

    /** Not to be seen is answered like not to be there, as the engine does it for tasks. */
    private void requireVisible(@Nullable String taskId, @Nullable String instance) {
        door.person().ifPresent(person -> {
            if (taskId != null && !isTaskVisible(taskId) || instance != null && !isInstanceVisible(instance)) {
                throw new AuthorizationException("There is no such task, or it is not yours to see");
            }
        });
    }

    private boolean isTaskVisible(String id) {
        return createTaskQuery().taskId(id).count() > 0
                || new HistoricTaskInstanceQueryImpl(commandExecutor).taskId(id).count() > 0;
    }

    private boolean isInstanceVisible(String id) {
        return createTaskQuery().processInstanceId(id).count() > 0
                || new ProcessInstanceQueryImpl(commandExecutor)
                                .processInstanceId(id)
                                .count()
                        > 0
                || new HistoricProcessInstanceQueryImpl(commandExecutor)
                                .processInstanceId(id)
                                .count()
                        > 0;
    }
}
