package app.novelo.sandbox.internal;

import org.springframework.stereotype.Component;

/** Finds the phone that a business means. */
@SandboxOnly
@Component
class Recipients {

    private final Phones phones;

    Recipients(Phones phones) {
        this.phones = phones;
    }

    /** {@code to} wins if the request names both. */
    Phone of(SendRequest request) {
        return request.namesPhone() ? dialled(request.line(), request.to()) : user(request.recipient());
    }

    private Phone dialled(Line line, String to) {
        var number = Digits.parse(to).orElseThrow(() -> new GraphError(100, "The parameter to is not a phone number."));
        if (number.value().equals(line.digits())) {
            throw GraphError.of(131021);
        }
        return phones.dialled(number);
    }

    private Phone user(String userId) {
        return phones.ofUser(userId)
                .orElseThrow(() -> new GraphError(100, "The parameter recipient names no user of this business."));
    }
}
