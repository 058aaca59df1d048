package app.novelo.lead.internal;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LeadRepository extends JpaRepository<Lead, String> {

    @Query(value = "select nextval('lead.number')", nativeQuery = true)
    long nextNumber();
}
