# Needs BuildKit, the default since Docker 23:  docker build -t novelo .
ARG JAVA=17

FROM eclipse-temurin:${JAVA}-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
COPY processes processes
COPY decisions decisions
COPY forms forms
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -DskipTests package \
 && cp target/novelo-*.jar /app.jar \
 && java -Djarmode=tools -jar /app.jar extract --layers --destination /layers

FROM eclipse-temurin:${JAVA}-jre
# A name and not only a number: PostgreSQL asks the system who it is.
RUN useradd --system --uid 10001 --user-group --home-dir /novelo --shell /usr/sbin/nologin novelo \
 && mkdir -p /novelo /data && chown novelo:novelo /novelo /data
WORKDIR /novelo
# What changes most seldom first: an upgrade of Novelo alone moves some megabytes.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY LICENSE NOTICE ./

USER novelo
ENV NOVELO_DATA_DIR=/data
# The heap leaves room for the embedded PostgreSQL; a node that is out of memory ends, and another takes over.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
VOLUME /data
EXPOSE 8080
# Without curl: the base image need not have it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-jar", "app.jar"]
