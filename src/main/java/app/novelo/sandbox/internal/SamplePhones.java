package app.novelo.sandbox.internal;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Three customers to begin with; their numbers are nobody's. */
@SandboxOnly
@Component
class SamplePhones implements InitializingBean {

    private final Phones phones;

    SamplePhones(Phones phones) {
        this.phones = phones;
    }

    @Override
    public void afterPropertiesSet() {
        keep("5511900000001", "Mariana Souza");
        keep("5521900000002", "João Pereira");
        keep("34600000003", "Lucía Fernández");
    }

    private void keep(String number, String name) {
        var fresh = Phone.fresh(Digits.of(number));
        phones.keep(new Phone(fresh.number(), name, null, fresh.userId(), null, fresh.reading()));
    }
}
