@echo off
rem Runs peace-index; builds target\peace-index.jar first when it is missing or out of date.
rem
rem   JAVA_HOME              the Java to use (17 or newer); otherwise the java on PATH
rem   PEACE_INDEX_JAVA_OPTS  more options for Java, separated by blanks
setlocal EnableExtensions DisableDelayedExpansion
set "PI_HOME=%~dp0"
if "%PI_HOME:~-1%"=="\" set "PI_HOME=%PI_HOME:~0,-1%"
set "PI_JAR=%PI_HOME%\target\peace-index.jar"
set "PI_RC=3"

rem UTF-8 output; the console's own code page comes back at the end.
set "PI_CODEPAGE="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PI_CODEPAGE=%%c"
if defined PI_CODEPAGE set "PI_CODEPAGE=%PI_CODEPAGE: =%"
if defined PI_CODEPAGE chcp 65001 >nul

if defined JAVA_HOME goto java_home
set "PI_JAVA="
for /f "delims=" %%j in ('where java 2^>nul') do if not defined PI_JAVA set "PI_JAVA=%%j"
if not defined PI_JAVA goto no_java
goto check_java
:java_home
set "PI_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if not exist "%PI_JAVA%" goto no_java

:check_java
set "PI_TMP=%TEMP%\peace-index-%RANDOM%%RANDOM%.txt"
"%PI_JAVA%" -version >nul 2>"%PI_TMP%"
set "PI_VERSION="
for /f "usebackq tokens=3" %%v in (`findstr /c:" version " "%PI_TMP%"`) do if not defined PI_VERSION set "PI_VERSION=%%~v"
del "%PI_TMP%" >nul 2>nul
set "PI_MAJOR=0"
for /f "tokens=1 delims=.-+_" %%v in ("%PI_VERSION%") do set "PI_MAJOR=%%v"
if %PI_MAJOR% LSS 17 goto old_java

rem Is there something to build from, and is the jar older than it?
if not exist "%PI_HOME%\pom.xml" goto jar_only
if not exist "%PI_HOME%\src\main\" goto jar_only
if not exist "%PI_JAR%" goto build
powershell -NoProfile -NonInteractive -Command "$j = (Get-Item -LiteralPath $env:PI_JAR).LastWriteTimeUtc; $s = @(Get-Item -LiteralPath (Join-Path $env:PI_HOME 'pom.xml')) + @(Get-ChildItem -LiteralPath (Join-Path $env:PI_HOME 'src\main') -Recurse); if (@($s | Where-Object { $_.LastWriteTimeUtc -gt $j }).Count -gt 0) { exit 9 } else { exit 0 }" <nul >nul 2>nul
if %ERRORLEVEL%==9 goto build
goto run

:jar_only
if not exist "%PI_JAR%" goto no_sources
goto run

rem Each build has a folder of its own and moves its finished jar into place.
:build
where mvn >nul 2>nul
if errorlevel 1 goto no_maven
echo peace-index: 正在构建程序，首次约需一分钟…… / building the program, the first time takes about a minute... 1>&2
set "PI_WORK=.launcher.%RANDOM%%RANDOM%"
pushd "%PI_HOME%"
if errorlevel 1 goto build_failed
call mvn -B -q -Dstyle.color=never -Dquick -DskipTests "-DbuildDirectory=target/%PI_WORK%" package 1>&2 <nul
set "PI_MVN=%ERRORLEVEL%"
popd
if not "%PI_MVN%"=="0" goto build_failed
move /y "%PI_HOME%\target\%PI_WORK%\peace-index.jar" "%PI_JAR%" >nul 2>nul
if errorlevel 1 goto build_failed
rmdir /s /q "%PI_HOME%\target\%PI_WORK%" >nul 2>nul

:run
"%PI_JAVA%" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=warning:stderr -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true "-Dpeaceindex.home=%PI_HOME%" %PEACE_INDEX_JAVA_OPTS% -jar "%PI_JAR%" %*
set "PI_RC=%ERRORLEVEL%"
goto done

:no_java
echo peace-index: 找不到 Java，请安装 JDK 17 或更高版本，并设置好 JAVA_HOME 或 PATH。 / Java not found: install JDK 17 or newer and set JAVA_HOME or PATH. 1>&2
goto done

:old_java
echo peace-index: 需要 Java 17 或更高版本，当前的 Java 是 "%PI_VERSION%"。 / Java 17 or newer is needed, this one is "%PI_VERSION%". 1>&2
goto done

:no_maven
echo peace-index: 需要构建程序，但找不到 Maven（mvn），请安装 Maven 3.6.3 或更高版本。 / The program must be built, but Maven (mvn) was not found: install Maven 3.6.3 or newer. 1>&2
goto done

:no_sources
echo peace-index: 缺少 target\peace-index.jar，且没有源代码可供构建，请重新获取完整的项目。 / target\peace-index.jar is missing and there are no sources to build it from: get the whole project again. 1>&2
goto done

:build_failed
if exist "%PI_HOME%\target\%PI_WORK%\" rmdir /s /q "%PI_HOME%\target\%PI_WORK%" >nul 2>nul
echo peace-index: 构建失败：请按上面的 Maven 输出处理（需要 JDK 17 以上，首次构建需要联网），然后重试。 / The build failed: see Maven's output above (it needs a JDK 17+ and, the first time, the network), then try again. 1>&2

:done
if defined PI_CODEPAGE chcp %PI_CODEPAGE% >nul
endlocal & exit /b %PI_RC%
