# For people with Docker: compose.yaml builds and starts this beside a PostGIS. Not tested where Sanfen is developed.
FROM node:22-bookworm-slim AS pages
WORKDIR /sanfen/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-fund --no-audit
COPY frontend ./
RUN npm run build

FROM maven:3.9-eclipse-temurin-17 AS jar
WORKDIR /sanfen
COPY pom.xml ./
COPY db/migration db/migration
COPY db/demo db/demo
COPY src/main src/main
COPY frontend/src/i18n frontend/src/i18n
COPY --from=pages /sanfen/frontend/dist frontend/dist
RUN mvn -B -ntp -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/sanfen.jar extract --destination /app

FROM eclipse-temurin:17-jre
RUN useradd --system sanfen
USER sanfen
COPY --from=jar /app /app
# Inside its container the server must be reached from outside it; compose.yaml publishes it on the loopback only.
ENV SANFEN_ADDRESS=0.0.0.0 MALLOC_ARENA_MAX=2
EXPOSE 8380
ENTRYPOINT ["java", "-Xmx512m", "-XX:+UseSerialGC", "-Xss512k", "-jar", "/app/sanfen.jar"]
CMD ["serve"]
