package app.novelo.servicelevel.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ClockRepository extends JpaRepository<Clock, UUID> {

    /** Written out: a query that is derived from the method's name is translated to SQL anew at every call. */
    @Query("select c from Clock c where c.caseNumber = :caseNumber order by c.startedAt")
    List<Clock> findByCaseNumberOrderByStartedAt(String caseNumber);

    List<Clock> findByCaseNumberInOrderByStartedAt(Collection<String> caseNumbers);
}
