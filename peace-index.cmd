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

rem An archive of the classes of a run, with which Java starts in half the time; made on first use,
rem beside the jar or in the user's own folder, and left out where neither can be written to.
:run
set "PI_OPTIONS=-Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms320m -XX:NewSize=112m -XX:-UsePerfData -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:disable -Xlog:all=warning:stderr -Xlog:cds*=off:stderr -Dfile.encoding=UTF-8 -Djava.awt.headless=true"
if %PI_MAJOR% GEQ 24 set "PI_OPTIONS=%PI_OPTIONS% -Xlog:aot*=off:stderr"
set "PI_SHARED="
for %%f in ("%PI_JAR%") do set "PI_NAME=%PI_VERSION%-%%~zf-%%~tf"
set "PI_NAME=%PI_NAME: =%"
set "PI_NAME=%PI_NAME:/=%"
set "PI_NAME=%PI_NAME::=%"
set "PI_NAME=peace-index-%PI_NAME%"
rem Its size is the end of its name: Java would fall over one that is cut short.
for %%p in ("%LOCALAPPDATA%\peace-index" "%PI_HOME%\target") do for %%f in ("%%~p\%PI_NAME%-*.jsa") do if "%%~nf"=="%PI_NAME%-%%~zf" set PI_SHARED="-XX:SharedArchiveFile=%%~f"
if defined PI_SHARED goto start
set "PI_PLACE=%PI_HOME%\target"
set "PI_MAKING=%PI_PLACE%\%PI_NAME%.making"
mkdir "%PI_MAKING%" 2>nul && goto rehearse
if exist "%PI_MAKING%\" goto start
if not defined LOCALAPPDATA goto start
set "PI_PLACE=%LOCALAPPDATA%\peace-index"
set "PI_MAKING=%PI_PLACE%\%PI_NAME%.making"
mkdir "%PI_MAKING%" 2>nul || goto start

rem Where it fails, its folder stays, so that the next runs do not lose time with the same attempt.
:rehearse
echo peace-index: 正在做一次性的准备，以后启动会更快…… / preparing once, to start faster from now on... 1>&2
"%PI_JAVA%" %PI_OPTIONS% "-XX:ArchiveClassesAtExit=%PI_MAKING%\jsa" -cp "%PI_JAR%" peaceindex.app.Rehearsal "%PI_MAKING%\workspace" <nul >nul 2>nul
if errorlevel 1 goto not_rehearsed
del /q "%PI_PLACE%\peace-index-*.jsa" >nul 2>nul
for %%f in ("%PI_MAKING%\jsa") do set "PI_NAME=%PI_NAME%-%%~zf.jsa"
move /y "%PI_MAKING%\jsa" "%PI_PLACE%\%PI_NAME%" >nul 2>nul
if errorlevel 1 goto not_rehearsed
for /d %%d in ("%PI_PLACE%\peace-index-*.making") do rmdir /s /q "%%d" >nul 2>nul
set PI_SHARED="-XX:SharedArchiveFile=%PI_PLACE%\%PI_NAME%"
goto start
:not_rehearsed
rmdir /s /q "%PI_MAKING%\workspace" >nul 2>nul
del /q "%PI_MAKING%\jsa" >nul 2>nul

:start
"%PI_JAVA%" %PI_OPTIONS% %PI_SHARED% -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dpeaceindex.home=%PI_HOME%" %PEACE_INDEX_JAVA_OPTS% -cp "%PI_JAR%" peaceindex.app.Main %*
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
