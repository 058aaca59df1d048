package app.novelo.engine.internal;

import app.novelo.platform.Caller;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/**
 * Keeps the last administrator: with an empty group Camunda's first-start page would let anybody become one. Every way to
 * the engine's users leads through here.
 */
class LastAdministrator extends IdentityServiceImpl {

    @Override
    public void deleteUser(String userId) {
        refuseIfLast(userId);
        super.deleteUser(userId);
    }

    @Override
    public void deleteMembership(String userId, String groupId) {
        if (Caller.ADMINISTRATORS.equals(groupId)) {
            refuseIfLast(userId);
        }
        super.deleteMembership(userId, groupId);
    }

    @Override
    public void deleteGroup(String groupId) {
        if (Caller.ADMINISTRATORS.equals(groupId)) {
            throw new BadUserRequestException("The group of the administrators cannot be deleted");
        }
        super.deleteGroup(groupId);
    }

    private void refuseIfLast(String userId) {
        var administrators = createUserQuery().memberOfGroup(Caller.ADMINISTRATORS);
        if (administrators.count() == 1 && administrators.userId(userId).count() == 1) {
            throw new BadUserRequestException(userId + " is the last administrator; make another person one before");
        }
    }
}
