package app.novelo.ticket.internal;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TicketRepository extends JpaRepository<Ticket, String> {

    @Query(value = "select nextval('ticket.protocol')", nativeQuery = true)
    long nextProtocol();
}
